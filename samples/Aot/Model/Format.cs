namespace AotShop.Model;

/// <summary>How a book is bound.</summary>
public enum Format
{
    Paperback,
    Hardcover,
    Electronic,
}
