namespace DynamoToolkit.Analyzers.Tests.Rules;

public sealed class NoUsableConstructorRuleTests
{
    [Fact]
    public Task Constructors_WithOtherParameters_AreReported() => Rule.ReportsAsync(
        """
        [DynamoTable("runs")]
        public sealed partial class {|DTK0011:Run|}
        {
            public Run(string id, IServiceProvider services) => Id = services is null ? "" : id;

            public Run(int id) => Id = id.ToString(System.Globalization.CultureInfo.InvariantCulture);

            [PartitionKey]
            public string Id { get; }
        }
        """);

    [Fact]
    public Task Constructor_OfMembersOptionalsOrNothing_IsAllowed() => Rule.AllowsAsync(
        """
        [DynamoTable("table-a")]
        public sealed partial class A
        {
            public A(IServiceProvider services) => Id = services.ToString()!;

            private A() => Id = "";

            [PartitionKey]
            public string Id { get; init; }
        }

        [DynamoTable("table-b")]
        public sealed partial class B(string id, int attempts = 3)
        {
            [PartitionKey]
            public string Id { get; } = id + (attempts > 3 ? "" : "");
        }
        """);
}
