namespace DynamoToolkit.Integration.Tests.Model;

/// <summary>Another of the family.</summary>
[DynamoTable("animals")]
[DynamoType("cat")]
public sealed partial record Cat : Animal
{
    public int Lives { get; init; }
}
