namespace DynamoToolkit.Integration.Tests.Model;

/// <summary>A vehicle that is not a car.</summary>
[DynamoTable("vehicles"), DynamoType("bicycle", AttributeName = "kind")]
public sealed partial class Bicycle : Vehicle
{
    public Half Wheel { get; set; }
}
