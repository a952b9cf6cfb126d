#!/usr/bin/env bash
# The walk of docs/tracking-store.md, with every answer checked. Usage: walk.sh [URL of a running server]
set -euo pipefail

url=${1:-http://127.0.0.1:5000}
api=$url/api/2.0/mlflow
files=$url/api/2.0/mlflow-artifacts/artifacts
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

post() { curl --silent --show-error --header 'Content-Type: application/json' --data-binary "$2" "$api/$1"; }
get() { curl --silent --show-error "$@"; }
field() { sed -n "s/.*\"$1\":\"\([^\"]*\)\".*/\1/p"; }
check() {
    if [[ $2 != *"$3"* ]]; then
        echo "FAILED $1: expected '$3' in: $2" >&2
        exit 1
    fi
    echo "ok     $1"
}

check "the server is healthy" "$(get "$url/health")" OK

# An experiment and a run.
experiment=$(post experiments/create "{\"name\": \"walk-$(date +%s%N)-$RANDOM\"}" | field experiment_id)
check "an experiment has a number" "${experiment//[0-9]/#}" '#'
answer=$(post runs/create "{\"experiment_id\": \"$experiment\", \"run_name\": \"first\", \"start_time\": 1700000000000}")
check "a run is running" "$answer" '"status":"RUNNING"'
run=$(field run_id <<<"$answer")

# 1,000 points of a metric in one request, a parameter and a tag.
{
    printf '{"run_id": "%s", "metrics": [' "$run"
    for step in {0..999}; do
        ((step == 0)) || printf ','
        printf '{"key": "loss", "value": %s, "timestamp": %s, "step": %s}' "0.$((1999 - step))" "$((1700000000000 + step))" "$step"
    done
    printf ']}'
} >"$work/batch.json"
check "1,000 points are logged" "$(post runs/log-batch "@$work/batch.json")" '{}'
check "again, and nothing changes" "$(post runs/log-batch "@$work/batch.json")" '{}'
check "a parameter is logged" "$(post runs/log-parameter "{\"run_id\": \"$run\", \"key\": \"depth\", \"value\": \"3\"}")" '{}'
check "a parameter can't change" \
    "$(post runs/log-parameter "{\"run_id\": \"$run\", \"key\": \"depth\", \"value\": \"4\"}")" 'Changing param values is not allowed'
check "a tag is set" "$(post runs/set-tag "{\"run_id\": \"$run\", \"key\": \"team\", \"value\": \"blue\"}")" '{}'

# The latest point is the one with the greatest step.
check "the run shows the latest point" "$(get "$api/runs/get?run_id=$run")" '{"key":"loss","value":0.1,"timestamp":1700000000999,"step":999}'

# Search by metric and tag.
found=$(post runs/search "{\"experiment_ids\": [\"$experiment\"], \"filter\": \"metrics.loss < 0.15 AND tags.team = 'blue'\"}")
check "the search finds the run" "$found" "\"run_id\":\"$run\""
check "another search does not" "$(post runs/search "{\"experiment_ids\": [\"$experiment\"], \"filter\": \"metrics.loss > 0.15\"}")" '{}'

# The history, whole and by pages.
history=$(get "$api/metrics/get-history?run_id=$run&metric_key=loss")
check "the history has 1,000 points" "$(grep -o '"step"' <<<"$history" | wc -l)" 1000
page=$(get "$api/metrics/get-history?run_id=$run&metric_key=loss&max_results=600")
token=$(field next_page_token <<<"$page")
rest=$(get --get --data-urlencode "page_token=$token" "$api/metrics/get-history?run_id=$run&metric_key=loss&max_results=600")
check "the second page has the last 400" "$(grep -o '"step"' <<<"$rest" | wc -l)" 400

# An artifact up, listed and down.
echo "hello from the walk" >"$work/note.txt"
check "an artifact goes up" "$(curl --silent --show-error --upload-file "$work/note.txt" "$files/$experiment/$run/artifacts/notes/note.txt")" '{}'
check "it is listed" "$(get "$api/artifacts/list?run_id=$run&path=notes")" '{"path":"notes/note.txt","is_dir":false,"file_size":20}'
check "it comes down" "$(get "$files/$experiment/$run/artifacts/notes/note.txt")" 'hello from the walk'
check "a way out of the root is refused" \
    "$(get --path-as-is "$files/../../../etc/passwd")" '{"error_code":"INVALID_PARAMETER_VALUE","message":"Invalid path"}'

# A version of a model, by its alias and by a part of its name.
send() { curl --silent --show-error --request "$1" --header 'Content-Type: application/json' --data-binary "$3" "$api/$2"; }
model="walk-mypipeline-$experiment-$RANDOM"
check "a model is registered" "$(post registered-models/create "{\"name\": \"$model\"}")" "\"name\":\"$model\""
version=$(post model-versions/create \
    "{\"name\": \"$model\", \"source\": \"mlflow-artifacts:/$experiment/$run/artifacts/notes\", \"run_id\": \"$run\"}")
check "its first version has number 1" "$version" '"version":"1"'
check "an alias names it" "$(post registered-models/alias "{\"name\": \"$model\", \"alias\": \"best\", \"version\": \"1\"}")" '{}'
check "it is found by the alias" "$(get "$api/registered-models/alias?name=$model&alias=best")" "\"run_id\":\"$run\""
found=$(get --get --data-urlencode "filter=name LIKE '%pipeline-$experiment-%'" "$api/registered-models/search")
check "the model is found by a part of its name" "$found" "\"name\":\"$model\""
check "its files come down" "$(get "$url/model-versions/get-artifact?name=$model&version=1&path=note.txt")" 'hello from the walk'
check "a model has a name once" "$(post registered-models/create "{\"name\": \"$model\"}")" 'already exists.'
check "it is described" "$(send PATCH registered-models/update "{\"name\": \"$model\", \"description\": \"d\"}")" '"description":"d"'
check "it is tagged" "$(post registered-models/set-tag "{\"name\": \"$model\", \"key\": \"team\", \"value\": \"blue\"}")" '{}'
check "its version is tagged" \
    "$(post model-versions/set-tag "{\"name\": \"$model\", \"version\": \"1\", \"key\": \"k\", \"value\": \"v\"}")" '{}'
found=$(get --get --data-urlencode "filter=name = '$model' AND tags.team = 'blue'" "$api/registered-models/search")
check "the model is found by its tag" "$found" "\"name\":\"$model\""
second=$(post model-versions/create "{\"name\": \"$model\", \"source\": \"models:/$model/1\"}")
check "a version is made from another one" "$second" '"version":"2"'
check "and has its files" \
    "$(get "$api/model-versions/get-download-uri?name=$model&version=2")" "\"artifact_uri\":\"mlflow-artifacts:/$experiment/$run/artifacts/notes\""
stage() { post model-versions/transition-stage \
    "{\"name\": \"$model\", \"version\": \"$1\", \"stage\": \"Production\", \"archive_existing_versions\": true}"; }
check "a version goes into production" "$(stage 1)" '"current_stage":"Production"'
check "another one takes its place" "$(stage 2)" '"current_stage":"Production"'
latest=$(post registered-models/get-latest-versions "{\"name\": \"$model\"}" | grep -o '"version":"[0-9]*"[^}]*"current_stage":"[A-Za-z]*"')
check "the first one is archived" "$(grep '"version":"1"' <<<"$latest")" '"current_stage":"Archived"'
check "the second one is the latest" "$(grep '"version":"2"' <<<"$latest")" '"current_stage":"Production"'
ordered=$(get --get --data-urlencode "filter=name = '$model'" --data-urlencode "order_by=version_number DESC" \
    --data-urlencode "max_results=1" "$api/model-versions/search")
check "the newest version comes first" "$ordered" '"version":"2"'
token=$(field next_page_token <<<"$ordered")
rest=$(get --get --data-urlencode "filter=name = '$model'" --data-urlencode "order_by=version_number DESC" \
    --data-urlencode "max_results=1" --data-urlencode "page_token=$token" "$api/model-versions/search")
check "the next page has the other one" "$rest" '"version":"1"'
check "and is the last" "$(field next_page_token <<<"$rest")." '.'
check "a source that leads elsewhere is refused" \
    "$(post model-versions/create "{\"name\": \"$model\", \"source\": \"/etc/passwd\"}")" 'Invalid model version source'
renamed=$(post registered-models/rename "{\"name\": \"$model\", \"new_name\": \"$model-2\"}")
check "a renamed model keeps its versions" "$renamed" '"current_stage":"Production"'
check "and its alias" "$(get "$api/registered-models/alias?name=$model-2&alias=best")" "\"name\":\"$model-2\""
check "its old name is free" "$(get "$api/registered-models/get?name=$model")" "Registered Model with name=$model not found"
model=$model-2
check "a version is deleted" "$(send DELETE model-versions/delete "{\"name\": \"$model\", \"version\": \"1\"}")" '{}'
check "its alias is gone" "$(get "$api/registered-models/alias?name=$model&alias=best")" 'Registered model alias best not found.'
next=$(post model-versions/create "{\"name\": \"$model\", \"source\": \"s3://bucket/model\"}")
check "its number is not given again" "$next" '"version":"3"'
doomed=$model-doomed
post registered-models/create "{\"name\": \"$doomed\"}" >"$work/ignored"
check "a model has versions" "$(post model-versions/create "{\"name\": \"$doomed\", \"source\": \"s3://bucket/m\"}")" '"version":"1"'
check "it is deleted" "$(send DELETE registered-models/delete "{\"name\": \"$doomed\"}")" '{}'
check "with its versions" \
    "$(get --get --data-urlencode "filter=name = '$doomed'" "$api/model-versions/search")" '{}'

# The end of the run.
check "the run ends" "$(post runs/update "{\"run_id\": \"$run\", \"status\": \"FINISHED\", \"end_time\": 1700000001000}")" '"status":"FINISHED"'

# The pages, as a browser without scripts has them.
check "the start page lists the experiment" "$(get "$url/")" "/experiments/$experiment"
check "the table of runs has its latest loss" \
    "$(get --get --data-urlencode "filter=metrics.loss < 1" --data-urlencode "column=metrics.loss" "$url/experiments/$experiment")" ">0.1<"
check "the page of the run has its status" "$(get "$url/runs/$run")" FINISHED
check "the comparison needs runs that are there" "$(get "$url/compare?runs=$run,none")" none
check "the list of models has the model" "$(get --get --data-urlencode "name=$model" "$url/models")" "$model"
check "a form of another site is refused" \
    "$(curl --silent --header 'Origin: http://elsewhere.example' --data 'name=x' "$url/experiments/create")" 'Cross-origin request blocked'

echo "experiment=$experiment run=$run"
