using DynamoToolkit;

namespace TrackingStore.Model;

/// <summary>
/// How many tags a logged model has, as servers counted them before <see cref="TallyItem"/> counted the parts of all models. Nobody reads
/// it any more, and the clean-up removes it.
/// </summary>
[DynamoTable("tracking")]
[PartitionKey("LOGGEDMODEL#{ModelId}"), SortKey("TALLY")]
internal sealed partial class LoggedModelTallyItem
{
    public required string ModelId { get; init; }
}
