using System;
using System.Collections.Generic;
using System.ComponentModel.DataAnnotations;
using DynamoToolkit;

namespace Corpus.Exams;

/// <summary>A student's result in a course; the index lists a course's best.</summary>
[DynamoTable("exams")]
public sealed partial class ExamResult
{
    [PartitionKey]
    public required int StudentNumber { get; init; }

    [SortKey]
    public required string CourseId { get; init; }

    [Range(1, 6)]
    public decimal Grade { get; set; }

    public Dictionary<string, int> PointsByQuestion { get; set; } = new(StringComparer.OrdinalIgnoreCase);

    public DateOnly? SatOn { get; set; }
}
