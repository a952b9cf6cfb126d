using DynamoToolkit.Benchmarks.Entities;

namespace DynamoToolkit.Benchmarks.EndToEnd;

/// <summary>One client of the canned-response server: whole calls, from entity to socket and back. Safe for concurrent callers.</summary>
public abstract class ClientVariant : IDisposable
{
    /// <summary>Its name in every table.</summary>
    public abstract string Name { get; }

    /// <summary>GetItem of one order by its key.</summary>
    public abstract Task<Order?> GetAsync(Order key);

    /// <summary>Writes one whole order.</summary>
    public abstract Task PutAsync(Order order);

    /// <summary>Query of a whole partition: one page.</summary>
    public abstract Task<List<Order>> QueryAsync(string customerId);

    /// <summary>UpdateItem: sets status and note and counts the revision up, if the revision is still the known one.</summary>
    public abstract Task UpdateAsync(Order order);

    /// <summary>DeleteItem of one order.</summary>
    public abstract Task DeleteAsync(Order key);

    /// <summary>TransactGetItems of some keys.</summary>
    public abstract Task<List<Order>> TransactGetAsync(List<Order> keys);

    /// <summary>TransactWriteItems with a put of each.</summary>
    public abstract Task TransactWriteAsync(List<Order> orders);

    /// <summary>BatchGetItem of up to 100 keys.</summary>
    public abstract Task<List<Order>> BatchGetAsync(List<Order> keys);

    /// <summary>BatchWriteItem with a put of each, up to 25.</summary>
    public abstract Task BatchWriteAsync(List<Order> orders);

    /// <inheritdoc/>
    public abstract void Dispose();

    /// <summary>BenchmarkDotNet shows a parameter as its text.</summary>
    public sealed override string ToString() => Name;
}
