using DynamoToolkit;

namespace TrackingStore.Model;

/// <summary>A piece of a data set's schema or profile that is too long for the data set's own item.</summary>
[DynamoTable("tracking")]
[PartitionKey("RUN#{RunId}"), SortKey("TEXT#{TextId}#{Member}#{Part}")]
internal sealed partial class DatasetTextItem
{
    /// <summary>The member that is the schema.</summary>
    public const string Schema = "schema";

    /// <summary>The member that is the profile.</summary>
    public const string Profile = "profile";

    public required string RunId { get; init; }

    /// <summary>What the data set's item names its pieces by.</summary>
    public required string TextId { get; init; }

    public required string Member { get; init; }
    public required int Part { get; init; }
    public required string Text { get; init; }
}
