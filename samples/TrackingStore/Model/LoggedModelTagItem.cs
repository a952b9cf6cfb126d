using DynamoToolkit;

namespace TrackingStore.Model;

/// <summary>A tag of a logged model.</summary>
[DynamoTable("tracking")]
[PartitionKey("LOGGEDMODEL#{ModelId}"), SortKey("TAG#{Name}")]
internal sealed partial class LoggedModelTagItem : ILoggedModelData
{
    public required string ModelId { get; init; }

    [DynamoAttribute("key")]
    public required string Name { get; init; }

    public required string Value { get; init; }
}
