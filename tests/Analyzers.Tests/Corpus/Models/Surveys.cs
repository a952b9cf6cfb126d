using System;
using System.Collections.Generic;
using DynamoToolkit;

namespace Corpus.Surveys;

/// <summary>An answer to a survey. Older programs keep what newer ones have added.</summary>
[DynamoTable("survey-answers"), DynamoMissing(MissingAttributes.UseDefault)]
[PartitionKey("SURVEY#{SurveyId}"), SortKey("RESPONDENT#{RespondentId}")]
public sealed partial class SurveyAnswer
{
    public required Guid SurveyId { get; init; }

    public required string RespondentId { get; init; }

    public DateTimeOffset GivenAt { get; set; }

    public Dictionary<string, List<string>> Choices { get; set; } = [];

    public int Score { get; set; }

    [DynamoExtra]
    public ExtraAttributes? Extra { get; set; }
}
