namespace DynamoToolkit.Integration.Tests.Model;

/// <summary>A ticket: booleans, collections inside collections, and index keys that are composed of what changes.</summary>
[DynamoTable("tickets")]
[PartitionKey("TEAM#{Team}"), SortKey("TICKET#{Number}")]
[GlobalIndex("byStatus", "STATUS#{Status}", "{Due}#{Rank}")]
[GlobalIndex("byOwner", "OWNER#{Owner}", "{Team}#{Status}")]
[GlobalIndex("byTitle", "{Title}")]
[GlobalIndex("byNumber", "NUMBER#{Number}")]
[GlobalIndex("all", "TICKETS", "{Team}")]
public sealed partial class Ticket
{
    public required string Team { get; init; }

    public required int Number { get; init; }

    public RunStatus Status { get; set; } = RunStatus.Running;

    public DateOnly Due { get; set; }

    public int Rank { get; set; }

    public string? Owner { get; set; }

    public string Title { get; set; } = "none";

    public bool Active { get; set; }

    public bool? Approved { get; set; }

    public int? Votes { get; set; }

    public DateTimeOffset? ClosedAt { get; set; }

    public Place? Place { get; set; }

    public HashSet<string> Tags { get; set; } = [];

    public List<bool> Flags { get; set; } = [];

    public List<string>? Log { get; set; }

    public Dictionary<string, List<Place>> Groups { get; set; } = [];

    public List<Dictionary<string, int>> Lists { get; set; } = [];

    public Dictionary<string, Dictionary<string, HashSet<string>>> Deep { get; set; } = [];

    public Dictionary<int, List<double>> Yearly { get; set; } = [];

    public Dictionary<RunStatus, bool> Reached { get; set; } = [];
}
