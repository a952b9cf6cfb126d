using DynamoToolkit;

namespace TrackingStore.Model;

/// <summary>
/// How many tags a logged model has, and how long they are together. The transaction that writes tags counts them here, on condition that
/// there is room. The list of the model's versions, which the server keeps in a tag, is not counted: it has a limit of its own.
/// </summary>
[DynamoTable("tracking")]
[PartitionKey("LOGGEDMODEL#{ModelId}"), SortKey("TALLY")]
internal sealed partial class LoggedModelTallyItem : ILoggedModelData
{
    public required string ModelId { get; init; }

    public long Count { get; init; }

    /// <summary>The bytes of names and values in UTF-8.</summary>
    public long Bytes { get; init; }

    /// <summary>How often it was changed.</summary>
    public long Changes { get; init; }
}
