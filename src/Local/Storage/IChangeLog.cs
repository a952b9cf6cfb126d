namespace DynamoToolkit.Local.Storage;

/// <summary>Keeps changes so that they survive the process.</summary>
internal interface IChangeLog
{
    /// <summary>The catalog that an earlier process left.</summary>
    Catalog Recovered { get; }

    /// <summary>Completes when everything appended so far will survive the process.</summary>
    Task Settled { get; }

    /// <summary>Throws after a write that could not be kept, because memory may then differ from what a new process would find.</summary>
    void ThrowIfFailed();

    /// <summary>Appends the changes of one write as one record. The caller makes one call at a time.</summary>
    /// <param name="changes">The changes, in order.</param>
    /// <param name="after">The catalog after the changes.</param>
    /// <returns>A task that completes when the changes will survive the process.</returns>
    Task Append(List<Change> changes, Catalog after);
}
