namespace DynamoToolkit.Integration.Tests.Model;

/// <summary>A work whose title a worker of the family may index, or one of its own.</summary>
[DynamoTable("papers"), DynamoType("poem", AttributeName = "kind")]
public sealed partial class Poem : Work
{
    public int Verses { get; init; }
}
