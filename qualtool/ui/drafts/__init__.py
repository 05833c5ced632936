"""The checks of the researcher's own draft: is each quotation true, and is each claim borne out."""
