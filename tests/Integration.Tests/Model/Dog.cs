namespace DynamoToolkit.Integration.Tests.Model;

/// <summary>One of the family.</summary>
[DynamoTable("animals")]
[DynamoType("dog")]
public sealed partial record Dog : Animal
{
    public int Tricks { get; init; }
}
