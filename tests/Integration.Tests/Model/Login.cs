namespace DynamoToolkit.Integration.Tests.Model;

/// <summary>A session that is kept for an hour and a half, with seconds as its time to live.</summary>
[DynamoTable("logins")]
public sealed partial record Login([PartitionKey] string Id, [property: TimeToLive(Hours = 1, Minutes = 30)] long? Until = null);
