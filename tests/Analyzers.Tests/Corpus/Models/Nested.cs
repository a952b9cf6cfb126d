using System;
using System.Collections.Generic;
using DynamoToolkit;

namespace Corpus.Nested;

/// <summary>A feature in one class: its item types are inside, where only it sees them.</summary>
public static partial class Reminders
{
    /// <summary>Makes a reminder.</summary>
    public static object Create(string person, string text) => new Reminder { Person = person, ReminderId = Guid.NewGuid(), Text = text };

    [DynamoTable("reminders")]
    [PartitionKey("PERSON#{Person}"), SortKey("REMINDER#{ReminderId}")]
    internal sealed partial class Reminder
    {
        public required string Person { get; init; }

        public required Guid ReminderId { get; init; }

        public required string Text { get; set; }

        public List<Repetition> Repetitions { get; set; } = [];

        [DynamoMap]
        internal sealed partial record Repetition(DayOfWeek Day, TimeOnly At);
    }
}
