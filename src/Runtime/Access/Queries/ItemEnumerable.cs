namespace DynamoToolkit;

/// <summary>A query or scan as an ordinary asynchronous sequence.</summary>
/// <typeparam name="T">The items' type.</typeparam>
/// <param name="items">The query or scan.</param>
internal sealed class ItemEnumerable<T>(ItemSequence<T> items) : IAsyncEnumerable<T>
{
    public IAsyncEnumerator<T> GetAsyncEnumerator(CancellationToken cancellationToken = default) =>
        items.GetAsyncEnumerator(cancellationToken);
}
