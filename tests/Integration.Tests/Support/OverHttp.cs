namespace DynamoToolkit.Integration.Tests.Support;

/// <summary>A database behind a port.</summary>
public sealed class OverHttp() : DatabaseFixture(Door.Http);
