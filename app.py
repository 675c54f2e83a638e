"""`python app.py`: Matinale from a checkout, with nothing installed of its own."""

from polling.launch import main

if __name__ == "__main__":
    main()
