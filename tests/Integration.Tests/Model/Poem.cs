namespace DynamoToolkit.Integration.Tests.Model;

/// <summary>A work. The worker of the family indexes its title, or a worker of poems alone does.</summary>
[DynamoTable("papers"), DynamoType("poem", AttributeName = "kind")]
public sealed partial class Poem : Work
{
    public int Verses { get; init; }
}
