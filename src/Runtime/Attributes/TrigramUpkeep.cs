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
    /// A worker that reads the table's stream: a consumer with <c>AddTrigramMaterializer</c>. Every kind of write is possible and costs
    /// no more than without an index. A search finds what was written when the worker has handled the change, usually after a second or
    /// two. It fails until a worker has begun and a repair has worked through the table since then.
    /// </summary>
    Stream,
}
