using DynamoToolkit.CodeFixes.Rules;

namespace DynamoToolkit.Analyzers.Tests.Rules;

public sealed class SetElementNotSupportedRuleTests
{
    [Fact]
    public Task Set_OfOtherElements_IsReportedAndMadeAList() => Rule.FixesAsync<SetElementNotSupportedFixer>(
        """
        [DynamoTable("runs")]
        public sealed partial class Run
        {
            [PartitionKey]
            public required string Id { get; init; }

            public HashSet<bool>? {|DTK0010:Flags|} { get; set; }

            public SortedSet<string?> {|DTK0010:Names|} { get; set; } = [];

            public Dictionary<string, HashSet<int[]>>? {|DTK0010:Days|} { get; set; }
        }
        """,
        """
        [DynamoTable("runs")]
        public sealed partial class Run
        {
            [PartitionKey]
            public required string Id { get; init; }

            public List<bool>? Flags { get; set; }

            public List<string?> Names { get; set; } = [];

            public Dictionary<string, List<int[]>>? Days { get; set; }
        }
        """);

    [Fact]
    public Task Set_WhoseDefaultValueNamesItsType_GetsNoFix() => Rule.OffersNothingAsync<SetElementNotSupportedFixer>(
        """
        [DynamoTable("runs")]
        public sealed partial class Run
        {
            [PartitionKey]
            public required string Id { get; init; }

            public ISet<bool> {|DTK0010:Flags|} { get; set; } = new HashSet<bool>();
        }
        """);

    [Fact]
    public Task Set_OfStringsNumbersOrBytes_IsAllowed() => Rule.AllowsAsync(
        """
        [DynamoTable("runs")]
        public sealed partial class Run
        {
            [PartitionKey]
            public required string Id { get; init; }

            public HashSet<string> Strings { get; set; } = [];

            public HashSet<long>? Numbers { get; set; }

            public HashSet<byte[]>? Bytes { get; set; }

            public SortedSet<Guid>? Sorted { get; set; }

            public SortedSet<DayOfWeek>? Days { get; set; }
        }
        """);

    [Fact]
    public Task SortedSet_OfWhatHasNoOrder_IsReportedAndMadeAList() => Rule.FixesAsync<SetElementNotSupportedFixer>(
        """
        [DynamoTable("runs")]
        public sealed partial class Run
        {
            [PartitionKey]
            public required string Id { get; init; }

            public SortedSet<byte[]>? {|DTK0010:Hashes|} { get; set; }

            public System.Collections.Immutable.ImmutableSortedSet<byte[]>? {|DTK0010:Others|} { get; set; }

            public SortedSet<Uri>? {|DTK0010:Links|} { get; set; }
        }
        """,
        """
        [DynamoTable("runs")]
        public sealed partial class Run
        {
            [PartitionKey]
            public required string Id { get; init; }

            public List<byte[]>? Hashes { get; set; }

            public List<byte[]>? Others { get; set; }

            public List<Uri>? Links { get; set; }
        }
        """);

    [Fact]
    public Task Message_OfASet_SaysWhyAndWhatToUse() => Rule.SaysAsync(
        """
        [DynamoTable("runs")]
        public sealed partial class Run
        {
            [PartitionKey]
            public required string Id { get; init; }

            public HashSet<bool>? Flags { get; set; }

            public HashSet<string?>? Names { get; set; }

            public SortedSet<byte[]>? Hashes { get; set; }
        }
        """,
        "'Flags' can't be a set of 'bool' because DynamoDB has only sets of strings, numbers or bytes; use a list",
        "'Names' can't be a set of 'string?' because a DynamoDB set can't hold null; make the elements non-nullable, or use a list",
        "'Hashes' can't be a set of 'byte[]' because a sorted set needs comparable elements; use a HashSet or a list");
}
