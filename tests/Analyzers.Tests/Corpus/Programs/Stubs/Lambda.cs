using System;

// The little of Amazon's Lambda libraries that the programs use.
namespace Amazon.Lambda.Core
{
    public interface ILambdaContext
    {
        string AwsRequestId { get; }

        TimeSpan RemainingTime { get; }
    }
}

namespace Amazon.Lambda.SQSEvents
{
    public sealed class SQSEvent
    {
        public System.Collections.Generic.List<SQSMessage> Records { get; set; } = [];

        public sealed class SQSMessage
        {
            public string MessageId { get; set; } = "";

            public string Body { get; set; } = "";
        }
    }
}
