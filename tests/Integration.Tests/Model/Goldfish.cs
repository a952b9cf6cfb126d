namespace DynamoToolkit.Integration.Tests.Model;

/// <summary>Another type of the family of <see cref="Parrot"/>.</summary>
[DynamoTable("pets"), DynamoType("goldfish")]
public sealed partial class Goldfish : Pet
{
    public int Laps { get; set; }
}
