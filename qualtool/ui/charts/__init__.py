"""Pictures of the material, made ready for what cannot draw them itself."""
