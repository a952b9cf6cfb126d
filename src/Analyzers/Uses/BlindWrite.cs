namespace DynamoToolkit.Analyzers.Uses;

/// <summary>Why a write does not know what it replaces.</summary>
internal enum BlindWrite
{
    /// <summary>It puts an item whether or not there is one.</summary>
    Put,

    /// <summary>It deletes by key.</summary>
    Delete,

    /// <summary>It is in a batch.</summary>
    Batch,

    /// <summary>It changes how long an item lives.</summary>
    Expiry,
}
