namespace DynamoToolkit.Integration.Tests.Support;

/// <summary>A database in this process.</summary>
public sealed class InProcess() : DatabaseFixture(Door.InProcess);
