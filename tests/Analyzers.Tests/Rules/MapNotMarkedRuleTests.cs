using DynamoToolkit.CodeFixes.Rules;

namespace DynamoToolkit.Analyzers.Tests.Rules;

public sealed class MapNotMarkedRuleTests
{
    [Fact]
    public Task Type_InAMember_IsReportedAndMarked() => Rule.FixesAsync<MapNotMarkedFixer>(
        """
        [DynamoTable("runs")]
        public sealed partial class Run
        {
            [PartitionKey]
            public required string Id { get; init; }

            public Address? {|DTK0014:Home|} { get; set; }

            public List<Point> {|DTK0014:Path|} { get; set; } = [];

            public Dictionary<string, Point?>? {|DTK0014:Named|} { get; set; }
        }

        /// <summary>Where somebody lives.</summary>
        public sealed class Address
        {
            public string? City { get; set; }
        }

        public partial record struct Point(int X, int Y);
        """,
        """
        [DynamoTable("runs")]
        public sealed partial class Run
        {
            [PartitionKey]
            public required string Id { get; init; }

            public Address? Home { get; set; }

            public List<Point> Path { get; set; } = [];

            public Dictionary<string, Point?>? Named { get; set; }
        }

        /// <summary>Where somebody lives.</summary>
        [DynamoMap]
        public sealed partial class Address
        {
            public string? City { get; set; }
        }

        [DynamoMap]
        public partial record struct Point(int X, int Y);
        """);

    [Fact]
    public Task Type_InsideAnother_IsMarkedWhereItIs() => Rule.FixesAsync<MapNotMarkedFixer>(
        """
        [DynamoTable("runs")]
        public sealed partial class Run
        {
            [PartitionKey]
            public required string Id { get; init; }

            public required Step {|DTK0014:Last|} { get; init; }

            public sealed record Step(string Name);
        }
        """,
        """
        [DynamoTable("runs")]
        public sealed partial class Run
        {
            [PartitionKey]
            public required string Id { get; init; }

            public required Step Last { get; init; }

            [DynamoMap]
            public sealed partial record Step(string Name);
        }
        """);

    [Fact]
    public Task Type_ThatIsAbstract_GetsNoFix() => Rule.OffersNothingAsync<MapNotMarkedFixer>(
        """
        [DynamoTable("runs")]
        public sealed partial class Run
        {
            [PartitionKey]
            public required string Id { get; init; }

            public Shape? {|DTK0014:Shape|} { get; set; }
        }

        public abstract class Shape;
        """);

    [Fact]
    public Task Type_ThatIsMarked_IsAllowed() => Rule.AllowsAsync(
        """
        [DynamoTable("runs")]
        public sealed partial class Run
        {
            [PartitionKey]
            public required string Id { get; init; }

            public List<Address?>? Homes { get; set; }
        }

        [DynamoMap]
        public sealed partial class Address
        {
            public string? City { get; set; }
        }
        """);

    [Fact]
    public async Task Type_InAnotherFileWithoutUsing_IsMarkedThereByFullName()
    {
        var cancellationToken = TestContext.Current.CancellationToken;
        var item = FixerWorkspace.CreateProject().AddDocument("Item.cs", """
            [DynamoToolkit.DynamoTable("runs")]
            public sealed partial class Run
            {
                [DynamoToolkit.PartitionKey]
                public required string Id { get; init; }

                public Step? Last { get; set; }
            }
            """, filePath: "Item.cs");
        var step = item.Project.AddDocument("Step.cs", "public sealed record Step(string Name);\n", filePath: "Step.cs");

        var action = Assert.Single(await FixerWorkspace.ActionsAsync(step.Project, cancellationToken));
        var changed = (await FixerWorkspace.ApplyAsync(action, cancellationToken)).GetDocument(step.Id)!;
        var text = await changed.GetTextAsync(cancellationToken);
        Assert.Equal("[DynamoToolkit.DynamoMap]\npublic sealed partial record Step(string Name);\n", text.ToString());
    }
}
