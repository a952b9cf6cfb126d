namespace DynamoToolkit.Integration.Tests.Model;

/// <summary>Another of the contents of a shipment.</summary>
[DynamoMap, DynamoType("liquid", AttributeName = "is")]
public partial record Liquid : Content
{
    public decimal Litres { get; init; }
}
