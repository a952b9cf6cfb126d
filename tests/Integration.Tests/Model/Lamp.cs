namespace DynamoToolkit.Integration.Tests.Model;

/// <summary>A device that is in no index.</summary>
[DynamoTable("devices"), DynamoType("lamp")]
public sealed partial record Lamp : Device;
