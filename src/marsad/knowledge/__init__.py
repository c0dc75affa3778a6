"""The analysts' files, validated once and made searchable."""
