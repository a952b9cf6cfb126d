namespace DynamoToolkit.Integration.Tests.Support;

/// <summary>A database behind a port, through an ordinary client of the AWS SDK.</summary>
public sealed class OverBridge() : DatabaseFixture(Door.Bridge);
