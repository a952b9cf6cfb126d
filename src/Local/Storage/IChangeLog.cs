namespace DynamoToolkit.Local.Storage;

/// <summary>Where changes go so that they survive the process.</summary>
internal interface IChangeLog
{
    /// <summary>What an earlier process left.</summary>
    Catalog Recovered { get; }

    /// <summary>Ends when everything appended so far will survive the process.</summary>
    Task Settled { get; }

    /// <summary>Refuses to go on after a write that could not be kept: what is in memory may differ from what a new process would find.</summary>
    void ThrowIfFailed();

    /// <summary>Appends the changes of one write as one record. Calls come one at a time.</summary>
    /// <param name="changes">The changes, in order.</param>
    /// <param name="after">The catalog that they lead to.</param>
    /// <returns>A task that ends when the changes will survive the process.</returns>
    Task Append(List<Change> changes, Catalog after);
}
