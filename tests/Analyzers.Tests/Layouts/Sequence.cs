namespace DynamoToolkit.Analyzers.Tests.Layouts;

/// <summary>A query or scan, made anew for each way to read it.</summary>
internal abstract class Sequence
{
    /// <summary>Reads the items.</summary>
    public abstract Task<List<string>> ListAsync(int? limit, int? pageSize, bool isPart);

    /// <summary>Counts the items.</summary>
    public abstract Task<long> CountAsync(int? limit, int? pageSize, bool isPart);

    /// <summary>Reads the first item.</summary>
    public abstract Task<List<string>> FirstAsync();

    /// <summary>Reads the items page by page.</summary>
    public abstract Task<List<string>> PagesAsync(int limit);

    /// <summary>Reads the items of several types.</summary>
    public abstract Task<List<string>> ListAsync(ItemKinds<object> kinds, int? limit);

    /// <summary>Counts the items of several types.</summary>
    public abstract Task<long> CountAsync(ItemKinds<object> kinds, int? limit);
}
