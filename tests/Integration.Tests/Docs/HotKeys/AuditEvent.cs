// The page shows what the rule says about this.
#pragma warning disable DTK3010

namespace DynamoToolkit.Integration.Tests.Docs.HotKeys;

// example: before
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
