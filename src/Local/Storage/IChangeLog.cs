using DynamoToolkit.Local.Errors;

namespace DynamoToolkit.Local.Storage;

/// <summary>Keeps changes so that they survive the process.</summary>
internal interface IChangeLog
{
    /// <summary>The catalog that an earlier process left.</summary>
    Catalog Recovered { get; }

    /// <summary>Completes when everything appended so far will survive the process.</summary>
    Task Settled { get; }

    /// <summary>
    /// Called if appended changes could not be kept. From then on no change may be visible except those of the catalog that the argument
    /// returns, and no write may happen while it runs.
    /// </summary>
    Action<Func<Catalog>>? Undo { set; }

    /// <summary>Appends the changes of one write as one record. The caller makes one call at a time.</summary>
    /// <param name="changes">The changes, in order.</param>
    /// <param name="after">The catalog after the changes.</param>
    /// <returns>A task that completes when the changes will survive the process. It fails if they are undone.</returns>
    /// <exception cref="DynamoError">The changes cannot be kept.</exception>
    Task Append(List<Change> changes, Catalog after);
}
