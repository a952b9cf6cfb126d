namespace DynamoToolkit.Integration.Model.Base.HotKeys;

// In another assembly than the type before the fix, because both are of the same table.
// example: after
[WriteSharded(3, By = nameof(Id))]
[DynamoTable("audit")]
[PartitionKey("TENANT#{Tenant}"), SortKey("{Id}")]
[Workload(PeakWritesPerSecond = 2400, ItemBytes = 700, HottestShare = 0.8)]
public sealed partial record AuditEvent
{
    public required string Tenant { get; init; }

    public required string Id { get; init; }            // begins with the time, so that events are in order

    public required string Action { get; init; }
}
// end
