namespace DynamoToolkit.Integration.Tests.Model;

/// <summary>A vehicle that is a car too.</summary>
[DynamoTable("vehicles"), DynamoType("taxi", AttributeName = "kind")]
public sealed partial class Taxi(int doors) : Car(doors)
{
    public HashSet<string> Licences { get; init; } = [];

    [DynamoExtra]
    public ExtraAttributes? Extra { get; set; }
}
