namespace DynamoToolkit.Integration.Tests.Model;

/// <summary>A vehicle.</summary>
[DynamoTable("vehicles"), DynamoType("car", AttributeName = "kind")]
public partial class Car(int doors) : Vehicle
{
    public int Doors { get; } = doors;
}
