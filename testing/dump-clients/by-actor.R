# Gross losses of some days by actor, from a dump's CSV: Rscript by-actor.R FOLDER FROM TO
# Each line is an actor, how many incidents, of how many nobody knows the size, and cents.
options(scipen = 999)
given <- commandArgs(trailingOnly = TRUE)
table_of <- function(name) {
  read.csv(file.path(given[1], "csv", paste0(name, ".csv")), colClasses = "character", encoding = "UTF-8")
}
incident <- table_of("incident")
attribution <- table_of("attribution")
actor <- table_of("actor")
coverage <- table_of("coverage")

counts <- function(status) status %in% c("active", "withheld")
last <- if (nrow(coverage) == 0) "9999" else coverage$covered_through[1]
incident <- incident[counts(incident$status) & incident$occurred_to <= last &
  incident$occurred_from >= given[2] & incident$occurred_to <= given[3], ]

# Each actor under the one that it is part of in the end.
actor <- actor[counts(actor$status), ]
parent <- setNames(actor$parent_id, actor$id)
slug <- setNames(actor$slug, actor$id)
whole <- function(id) {
  while (!is.na(parent[id]) && parent[id] != "") id <- unname(parent[id])
  unname(slug[id])
}
named <- function(id) {
  wholes <- unique(unlist(lapply(attribution$actor_id[attribution$incident_id == id], whole)))
  wholes <- wholes[!is.na(wholes)]
  if (length(wholes) == 0) "-" else if (length(wholes) > 1) "_several" else wholes
}
key <- vapply(incident$id, named, "")
cents <- round(as.numeric(incident$loss_usd) * 100)
for (each in sort(unique(key))) {
  own <- cents[key == each]
  cat(each, length(own), sum(is.na(own)), format(sum(own, na.rm = TRUE), nsmall = 0), sep = ",")
  cat("\n")
}
