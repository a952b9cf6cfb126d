namespace DynamoToolkit.Integration.Model.Base;

/// <summary>Another index on the second level.</summary>
[LocalIndex("byScore", "{ScoreValue}")]
public abstract record TemplatedBranch(Guid OwnerId, long StepNo, [DynamoAttribute("score"), DynamoDefault(1)] double ScoreValue)
    : TemplatedRoot(OwnerId, StepNo);
