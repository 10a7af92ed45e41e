"""What leaves a case: ClaimReview, annotations, AVeriTeC, reports and tables made of reviews."""
