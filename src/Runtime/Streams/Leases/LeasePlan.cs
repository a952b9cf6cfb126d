namespace DynamoToolkit.Streams.Leases;

/// <summary>What a worker does about leases that it does not have.</summary>
/// <param name="Take">The leases to take.</param>
/// <param name="AskFor">A lease to ask its owner for; null for none.</param>
internal sealed record LeasePlan(IReadOnlyList<LeaseItem> Take, LeaseItem? AskFor);
