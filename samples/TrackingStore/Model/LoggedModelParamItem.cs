using DynamoToolkit;

namespace TrackingStore.Model;

/// <summary>A parameter of a logged model.</summary>
[DynamoTable("tracking")]
[PartitionKey("LOGGEDMODEL#{ModelId}"), SortKey("PARAM#{Name}")]
internal sealed partial class LoggedModelParamItem : ILoggedModelData
{
    public required string ModelId { get; init; }

    [DynamoAttribute("key")]
    public required string Name { get; init; }

    public required string Value { get; init; }
}
