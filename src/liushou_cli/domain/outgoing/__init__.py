"""What may be handed to others as data: fields of children, whole records, figures, phone numbers."""
