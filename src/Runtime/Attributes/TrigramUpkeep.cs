namespace DynamoToolkit;

/// <summary>Who keeps a trigram index up to date.</summary>
public enum TrigramUpkeep
{
    /// <summary>
    /// The program that writes the item: <c>CreateAsync</c>, <c>ChangeAsync</c>, <c>DeleteAsync</c> and <c>RemoveAsync</c> write the index
    /// before they return, so a search finds what was written. Plain puts, updates of the text and batches are refused.
    /// </summary>
    Writer,

    /// <summary>
    /// A worker that reads the table's stream. Every kind of write is possible, and a search finds what was written when the worker has
    /// seen it, usually after a second or two.
    /// </summary>
    Stream,
}
