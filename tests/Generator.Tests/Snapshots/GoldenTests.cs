using DynamoToolkit.TestKit;

namespace DynamoToolkit.Generator.Tests.Snapshots;

/// <summary>Whole files, to read: what the generator writes for types as people write them.</summary>
public sealed class GoldenTests
{
    [Fact]
    public void Run_WithTemplatesAndIndex_IsWrittenOutInFull()
    {
        var run = GeneratorRunner.Run("""
            using System.Collections.Generic;
            using DynamoToolkit;

            namespace TrackingStore.Model;

            public enum RunStatus { Running, Finished, Failed }

            [DynamoTable("tracking")]
            [PartitionKey("RUN#{RunId}"), SortKey("META")]
            [GlobalIndex("byExperiment", "EXP#{ExperimentId}", "{StartTime}")]
            public sealed partial class Run
            {
                public required string RunId { get; init; }
                public required string ExperimentId { get; init; }
                public long StartTime { get; init; }
                public RunStatus Status { get; set; }
                public string? Name { get; set; }
                public List<string> Labels { get; set; } = [];
            }
            """);

        Snapshot.Verify(run);
    }

    [Fact]
    public void Record_WithDefaultsExtraAndComposedSortKey_IsWrittenOutInFull() => Snapshot.Verify(GeneratorRunner.Run("""
        using System;
        using DynamoToolkit;

        namespace Model;

        [DynamoTable("tracking"), PartitionKey("RUN#{RunId}"), SortKey("METRIC#{Name}#{Step}")]
        public partial record struct Metric(string RunId, string Name, long Step = 1)
        {
            public double? Value { get; set; }
            public int Weight { get; init; } = 2;
            [DynamoDefault("00:00:05")] public TimeSpan Every { get; set; }
            [DynamoExtra] public ExtraAttributes? Extra { get; set; }
        }
        """));

    [Fact]
    public void Message_WithShardsOfTableAndIndex_IsWrittenOutInFull() => Snapshot.Verify(GeneratorRunner.Run("""
        using DynamoToolkit;

        [DynamoTable("messages"), PartitionKey("ROOM#{Room}"), SortKey("{Id}"), WriteSharded(16, By = nameof(Id), Also = 4)]
        [GlobalIndex("byState", "STATE#{State}", "{Priority}"), WriteSharded(8, Index = "byState")]
        public sealed partial class Message
        {
            public required string Room { get; init; }
            public required string Id { get; init; }
            public int State { get; set; }
            public int Priority { get; set; }
        }

        [DynamoTable("hits"), PartitionKey("SITE#{Site}"), SortKey("{At}"), WriteSharded(4)]
        public sealed partial record Hit
        {
            public required string Site { get; init; }
            public required int At { get; init; }
            [WriteShard] public int? Shard { get; init; }
        }
        """));

    [Fact]
    public void Map_WithNestedMapsAndSets_IsWrittenOutInFull() => Snapshot.Verify(GeneratorRunner.Run("""
        using System.Collections.Generic;
        using DynamoToolkit;

        public static partial class Outer
        {
            [DynamoMap]
            internal sealed partial class Part
            {
                public required string Name { get; init; }
                public Part? Inner { get; set; }
                public List<Part>? Parts { get; set; }
                public HashSet<string> Tags { get; set; } = [];
                public Dictionary<string, int>? Counts { get; set; }
            }
        }
        """));

    [Fact]
    public void Family_BelowAnAbstractBase_IsWrittenOutInFull() => Snapshot.Verify(GeneratorRunner.Run("""
        using DynamoToolkit;

        [DynamoTable("shapes")]
        public abstract partial class Shape { [PartitionKey] public required string Id { get; init; } }

        [DynamoTable("shapes"), DynamoType("circle")]
        public sealed partial class Circle : Shape { public double Radius { get; set; } }
        """));

    [Fact]
    public void Item_WithUniqueValuesAndRetention_IsWrittenOutInFull() => Snapshot.Verify(GeneratorRunner.Run("""
        using DynamoToolkit;

        [DynamoTable("people"), PartitionKey("USER#{Id}"), Retention("people", Days = 30)]
        [Unique(nameof(Series), nameof(Number), Name = "card")]
        public sealed partial record User(string Id, [property: TimeToLive] uint? Until = null)
        {
            [Unique(Scope = [nameof(Tenant)])] public string? Email { get; init; }
            public string Tenant { get; init; } = "";
            public string? Series { get; set; }
            public int Number { get; set; }
        }
        """));

    [Fact]
    public void Item_WithTrigramIndexes_IsWrittenOutInFull() => Snapshot.Verify(GeneratorRunner.Run("""
        using DynamoToolkit;

        [DynamoTable("people"), PartitionKey("TENANT#{Tenant}"), SortKey("PERSON#{Id}")]
        public sealed partial record Person
        {
            public required string Tenant { get; init; }
            public required int Id { get; init; }
            [TrigramIndexed(Scope = [nameof(Tenant)])] public required string Name { get; init; }
            [TrigramIndexed(Scope = [nameof(Tenant), nameof(Team)], Name = "nickname")] public string? Nickname { get; set; }
            [TrigramIndexed(Upkeep = TrigramUpkeep.Stream)] public string? Notes { get; set; }
            public int Team { get; set; }
            [TimeToLive] public long? Until { get; set; }
        }
        """));

    [Fact]
    public void Family_WithATrigramIndex_HasOneStamp() => Snapshot.Verify(GeneratorRunner.Run("""
        using DynamoToolkit;

        [DynamoTable("media"), DynamoType("medium")]
        public partial class Medium
        {
            [PartitionKey] public required string Shelf { get; init; }
            [SortKey] public required string Id { get; init; }
            [TrigramIndexed] public string Title { get; set; } = "";
        }

        [DynamoTable("media"), DynamoType("book")]
        public sealed partial class Book : Medium { public int Pages { get; set; } }
        """));

    [Fact]
    public void VersionControlledType_IsWrittenOutInFull() => Snapshot.Verify(GeneratorRunner.Run("""
        using System;
        using DynamoToolkit;

        namespace Catalogue;

        [DynamoTable("metrics"), VersionControlled]
        [GlobalIndex("byOwner", "OWNER#{Owner}", Versions = IndexedVersions.Latest)]
        [GlobalIndex("byChange", "CHANGED", "{UpdatedAt}", Versions = IndexedVersions.Numbered)]
        public sealed partial record Metric
        {
            [PartitionKey] public required string Name { get; init; }
            [SortKey, Version] public int Version { get; init; }
            [LatestOnly, CreatedAt] public DateTimeOffset CreatedAt { get; init; }
            [LatestOnly, CreatedBy] public string? CreatedBy { get; init; }
            [UpdatedAt] public DateTimeOffset UpdatedAt { get; init; }
            [UpdatedBy] public string? UpdatedBy { get; set; }
            public string? Owner { get; init; }
        }
        """));

    [Fact]
    public void VersionAtTheEndOfATemplate_IsWrittenOutInFull() => Snapshot.Verify(GeneratorRunner.Run("""
        using DynamoToolkit;

        [DynamoTable("wiki"), VersionControlled(LatestVersionAttributeName = "latest")]
        [PartitionKey("SITE#{Site}"), SortKey("PAGE#{Path}#V{Version}.")]
        public sealed partial class Page
        {
            public required string Site { get; init; }
            public required string Path { get; init; }
            [Version] public long Version { get; private set; }
            [DynamoExtra] public ExtraAttributes? Extra { get; set; }
        }
        """));

    [Fact]
    public void Item_WithMaterializedMembers_IsWrittenOutInFull() => Snapshot.Verify(GeneratorRunner.Run("""
        using System.Collections.Generic;
        using DynamoToolkit;

        namespace Tracking;

        public enum Kind { Train, Test }

        [DynamoTable("tracking"), PartitionKey("TENANT#{Tenant}"), SortKey("RUN#{Kind}#{Id}")]
        public sealed partial class Run
        {
            public required string Tenant { get; init; }
            public required long Id { get; init; }
            public required Kind Kind { get; init; }
            [DynamoExtra] public ExtraAttributes? Extra { get; init; }

            [Materialize(
                typeof(RunTag), nameof(RunTag.Name), nameof(RunTag.Value), Where = ["team.*"], Except = ["*.secret"], MaxBytes = 9000)]
            public Dictionary<string, string>? Tags { get; set; }

            [MaterializedCount(typeof(RunTag)), DynamoAttribute("tag-count")]
            public long? TagCount { get; set; }
        }

        [DynamoTable("tracking"), PartitionKey("TENANT#{Tenant}"), SortKey("TAG#{Id}#{Name}#{Kind}")]
        public sealed partial class RunTag
        {
            public required string Tenant { get; init; }
            public required long Id { get; init; }
            public required Kind Kind { get; init; }
            public required string Name { get; init; }
            public string? Value { get; init; }
            public int Unrelated { get; init; }
        }
        """));
}
