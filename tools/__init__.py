"""What makers of this project run by hand: weights learnt anew, tables derived from open data, pictures taken."""
