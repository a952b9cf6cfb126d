namespace DynamoToolkit.Analyzers.Tests.Mistakes;

/// <summary>Of a mistake that a type and its base class make together, the type that adds its part is named.</summary>
public sealed class InheritedMistakesTests
{
    private const string Keyed = "{ [PartitionKey] public required string Id { get; init; } }";

    [Fact]
    public Task Difference_FromTheBaseOfABase_IsReportedOnce() => Rule.SaysAsync(
        """
        [DynamoTable("table-t"), PartitionKey("A#{Id}")]
        public abstract partial class A { public required string Id { get; init; } }

        [DynamoTable("table-t"), PartitionKey("B#{Id}"), DynamoType("b")]
        public partial class B : A;

        [DynamoTable("table-t"), DynamoType("c")]
        public sealed partial class C : B;
        """,
        "Give 'B' the same partition key as its base 'A', through which it is read and written");

    [Fact]
    public Task Token_OfAnInheritingType_IsReportedOfIt() => Rule.SaysAsync(
        """
        [VersionControlled, PartitionKey("{Name}")]
        public abstract class Base
        {
            public required string Name { get; init; }
            [SortKey, Version] public int Version { get; set; }
        }

        [DynamoTable("table-a")] public sealed partial class A : Base { [ConcurrencyToken] public long Token { get; set; } }
        [DynamoTable("table-b")] public sealed partial class B : Base;
        """,
        "'A' can't be [VersionControlled]: it has a [ConcurrencyToken] as well, and each save compares the version; remove one of the two");

    [Fact]
    public Task Member_InTheAttributeOfAnInheritedKey_IsReportedOfItsType() => Rule.SaysAsync(
        """
        [PartitionKey("RUN#{Id}")] public abstract class Base { public required string Id { get; init; } }
        [DynamoTable("table-a")] public sealed partial class A : Base { public string? Pk { get; set; } }
        [DynamoTable("table-b")] public sealed partial class B : Base;
        """,
        "'A' stores two different things as 'pk'; set the key's AttributeName, or rename the member with [DynamoAttribute]");

    [Fact]
    public Task Duration_BesideAnInheritedRetention_IsReportedOfItsType() => Rule.SaysAsync(
        $$"""
        [Retention("trace", Days = 30)] public abstract class Base {{Keyed}}
        [DynamoTable("table-a")] public sealed partial class A : Base { [TimeToLive(Days = 7)] public DateTimeOffset? At { get; set; } }
        [DynamoTable("table-b")] public sealed partial class B : Base { [TimeToLive] public DateTimeOffset? At { get; set; } }
        """,
        "'A' has both [Retention] and a duration in [TimeToLive] of 'At'; remove one of them");

    [Fact]
    public Task Key_BesideAnInheritedOne_IsReportedOfItsType() => Rule.SaysAsync(
        $$"""
        public abstract class Base {{Keyed}}
        [DynamoTable("table-a"), PartitionKey("A#{Id}")] public sealed partial class A : Base;
        [DynamoTable("table-b")] public sealed partial class B : Base;
        """,
        "Remove [PartitionKey] from 'Id'; 'A' already has one, and a template can combine several members");

    [Fact]
    public Task Member_ThatIsBothKeys_IsReportedOfItsType() => Rule.SaysAsync(
        """
        public abstract class Base { [PartitionKey, SortKey] public required string Id { get; init; } }
        [DynamoTable("table-a")] public sealed partial class A : Base;
        [DynamoTable("table-b")] public sealed partial class B : Base;
        """,
        "'Base' uses 'id' twice in the key of its table; use different attributes");

    [Fact]
    public Task Versions_OfAnInheritedIndex_AreReportedThere() => Rule.SaysAsync(
        """
        [GlobalIndex("by-owner", "OWNER#{Owner}", Versions = IndexedVersions.Latest)]
        public abstract class Base
        {
            [PartitionKey] public required string Id { get; init; }
            public string? Owner { get; set; }
        }

        [DynamoTable("table-a")] public sealed partial class A : Base;
        [DynamoTable("table-b")] public sealed partial class B : Base;
        """,
        "'Versions' of the index 'by-owner' has no effect, because no versions of 'Base' are kept; "
        + "mark the type with [VersionControlled], or remove it");

    [Fact]
    public Task Part_WithoutPartial_IsTheOneThatIsReported() => Rule.ReportsAsync(
        $$"""
        [DynamoTable("table-a")] public sealed partial class A {{Keyed}}
        public sealed class {|DTK0001:A|} { public string? Name { get; set; } }
        """);
}
