namespace DynamoToolkit.Integration.Tests.Model;

/// <summary>A device that is found by its status.</summary>
[DynamoTable("devices"), DynamoType("sensor"), GlobalIndex("sensorsByStatus", "SENSOR#{Status}")]
public sealed partial record Sensor : Device;
