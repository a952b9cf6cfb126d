using System.Globalization;
using DynamoToolkit;

namespace TrackingStore.Model;

/// <summary>
/// How many parts of a kind a registered model, one of its versions or a logged model has, and how long they are together: tags, aliases,
/// parameters or metrics. The transaction that writes a part counts it here, on condition that there is room: so no model outgrows what a
/// request may read.
/// </summary>
[DynamoTable("tracking")]
[PartitionKey("MODEL#{ModelId}"), SortKey("TALLY#{Of}")]
internal sealed partial class TallyItem : IModelData
{
    /// <summary>What counts the tags of the model itself.</summary>
    public const string Tags = "tags";

    /// <summary>What counts the aliases of a registered model.</summary>
    public const string Aliases = "aliases";

    /// <summary>What counts the parameters of a logged model.</summary>
    public const string Params = "params";

    /// <summary>What counts the metrics of a logged model.</summary>
    public const string Metrics = "metrics";

    /// <summary>The id of the model. Those of logged models begin with <c>m-</c>.</summary>
    public required string ModelId { get; init; }

    /// <summary>What is counted.</summary>
    public required string Of { get; init; }

    public long Count { get; init; }

    /// <summary>The bytes of names and values in UTF-8.</summary>
    public long Bytes { get; init; }

    /// <summary>How often it was changed; null before the first change.</summary>
    public long? Changes { get; init; }

    /// <summary>The version whose tags it counts; null if it counts something else.</summary>
    public long? Version => long.TryParse(Of, NumberStyles.None, CultureInfo.InvariantCulture, out var version) ? version : null;

    /// <summary>What counts the tags of a version.</summary>
    public static string TagsOf(long version) => version.ToString(CultureInfo.InvariantCulture);
}
