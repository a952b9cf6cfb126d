namespace DynamoToolkit.Integration.Tests.Support;

/// <summary>A database behind a port, through the AWS SDK's pipeline.</summary>
public sealed class OverSdk() : DatabaseFixture(Door.Sdk);
