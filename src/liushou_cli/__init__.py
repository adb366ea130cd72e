"""liushou: files of left-behind children, kept by the class teacher."""

__version__ = "0.1.0"
